package dev.sheetway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    @Test
    void everyTopicHasTheSettingsThatItSharesWithOthersByName() {
        TopicCatalogue catalogue = TopicCatalogue.load();

        assertThat(catalogue.partitions()).isEqualTo(12);
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.name().equals(Topics.INTAKE))
                .singleElement()
                .satisfies(intake -> assertThat(intake.config()).containsEntry("retention.ms", "2592000000"));
    }
}
