package dev.sheetway.emulator.sample;

import java.util.List;

/**
 * The 63 headers of the reference system's production sheet before its migration, typos included, as far as they can
 * be reconstructed. Columns are found by header here too: a position written down is a position that drifts.
 */
final class SpoolColumns {
    static final List<String> HEADERS = List.of(
            "id",
            "NV",
            "OT",
            "CT",
            "ITEM",
            "SPLIT",
            "TAG_SPOOL",
            "STATUS_NV",
            "Status_Spool",
            "Ubicación",
            "Cliente",
            "OC",
            "Item_OC",
            "PLANO_KRONOS N°",
            "Rev.",
            "Plano_Referencia",
            "Marca_Placa",
            "Prioridad",
            "Fecha_Compromiso",
            "Fecha_Estimada_Entrega",
            "DIAM",
            "PD_Soldadura",
            "PD_Ranurado",
            "PD_Hilo",
            "Peso_Kg",
            "Area_m2",
            "Tipo Armado",
            "Tipo_NDT",
            "Tipo_PH",
            "Tipo_Revestimiento",
            "Tipo_Pintura",
            "Tipo_Embalaje",
            "Fecha_Ingenieria",
            "Fecha_Materiales",
            "Fecha_Armado",
            "Armador",
            "Fecha_Soldadura",
            "Soldador",
            "Fecha_QC_Metrología",
            "Fecha_NDT",
            "OK NDT si/no/Rep",
            "N°_nforme_PT",
            "N°_Informe_UT_ RX",
            "Fecha_PH",
            "N°_Informe_PH",
            "Fecha_Revestimiento",
            "Fecha_QC_Revestimiento",
            "Fecha_Envio_Pintura",
            "GD_envio_Pintura",
            "Fecha_Pintura",
            "Taller_Pintura",
            "Informe_Pintura",
            "Fecha_QC_Pintura",
            "Fecha_Liberación",
            "N°_Acta_Libración",
            "Packing_list",
            "Fecha_GD",
            "Guia_Despacho",
            "Precio Fabricación",
            "Precio Revestimiento",
            "Precio Pintura",
            "Precio Embalaje",
            "Precio Total");

    private SpoolColumns() {}

    /** The 0-based index of a header. */
    static int at(String header) {
        int index = HEADERS.indexOf(header);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "no header \"" + header + "\" in the sample: expected one of " + HEADERS);
        }
        return index;
    }
}
