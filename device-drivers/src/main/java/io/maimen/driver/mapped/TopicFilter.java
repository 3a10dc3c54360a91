package io.maimen.driver.mapped;

import java.util.List;

/**
 * Which topics or resources are meant, as MQTT 5 section 4.7 writes it: {@code +} is one level, {@code #} at the end any
 * number of them. Immutable.
 */
record TopicFilter(List<String> levels) {
    private static final String ONE = "+";
    private static final String REST = "#";

    TopicFilter {
        levels = List.copyOf(levels);
    }

    static TopicFilter parse(String text) {
        List<String> levels = levels(text);
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            boolean wildcard = level.equals(ONE) || (level.equals(REST) && i == levels.size() - 1);
            if (!wildcard && (level.contains(ONE) || level.contains(REST))) {
                throw new IllegalArgumentException("a wildcard must be a level of its own, and # the last");
            }
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("a topic must have a level");
        }
        return new TopicFilter(levels);
    }

    boolean matches(String topic) {
        List<String> sent = levels(topic);
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (level.equals(REST)) {
                return true;
            }
            if (i == sent.size() || !(level.equals(ONE) || level.equals(sent.get(i)))) {
                return false;
            }
        }
        return sent.size() == levels.size();
    }

    private static List<String> levels(String text) {
        return List.of(text.split("/", -1));
    }
}
