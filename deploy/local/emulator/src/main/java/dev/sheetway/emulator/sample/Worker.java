package dev.sheetway.emulator.sample;

import java.util.List;

/** A worker of the sample; the tag is how the sheet names a worker: initials, then the id in brackets. */
record Worker(int id, String firstName, String lastName, boolean active, List<String> roles) {
    /** Invented people; the first letters make the initials. */
    static final List<Worker> CREW = List.of(
            new Worker(93, "Mauricio", "Rivas", true, List.of("ARMADOR")),
            new Worker(94, "Nicolás", "Tapia", true, List.of("ARMADOR", "SOLDADOR")),
            new Worker(95, "Camila", "Pizarro", true, List.of("SOLDADOR")),
            new Worker(96, "Jorge", "Núñez", true, List.of("ARMADOR")),
            new Worker(97, "Álvaro", "Lagos", false, List.of("SOLDADOR")),
            new Worker(98, "Rosa", "Quiroga", true, List.of("METROLOGIA")),
            new Worker(99, "Ignacio", "Barra", true, List.of("SOLDADOR", "REPARACION")),
            new Worker(100, "Felipe", "Ortúzar", true, List.of("ARMADOR")),
            new Worker(101, "Daniela", "Sáez", true, List.of("METROLOGIA")),
            new Worker(102, "Hugo", "Villalobos", true, List.of("ARMADOR", "REPARACION")),
            new Worker(103, "Tomás", "Echeverría", true, List.of("SOLDADOR")),
            new Worker(104, "Paula", "Godoy", true, List.of("PINTURA")),
            new Worker(105, "Esteban", "Zamora", false, List.of("ARMADOR")),
            new Worker(106, "Óscar", "Ibáñez", true, List.of("SOLDADOR")),
            new Worker(107, "Lorena", "Cid", true, List.of("PINTURA")),
            new Worker(108, "Gabriel", "Fuenzalida", true, List.of("ARMADOR")),
            new Worker(109, "Valentina", "Donoso", true, List.of("METROLOGIA", "PINTURA")),
            new Worker(110, "Sergio", "Urrutia", true, List.of("SOLDADOR")),
            new Worker(111, "Begoña", "Amaro", true, List.of("ARMADOR", "SOLDADOR", "REPARACION")),
            new Worker(112, "Kevin", "Jara", true, List.of("ARMADOR")),
            new Worker(113, "Ximena", "Hormazábal", false, List.of("SOLDADOR")),
            new Worker(114, "Wilson", "Yáñez", true, List.of("SOLDADOR")));

    String tag() {
        return firstName.charAt(0) + "" + lastName.charAt(0) + "(" + id + ")";
    }

    static List<Worker> with(String role) {
        return CREW.stream().filter(worker -> worker.roles().contains(role)).toList();
    }
}
