package io.maimen.simulator.conformance.vectors;

import io.maimen.observation.FrameField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a frame, or of all frames of a stream in order, asked by name. Immutable. */
record Fields(List<FrameField> all) {
    Fields {
        all = List.copyOf(all);
    }

    /** The first of that name, with its place in its frame. */
    Optional<FrameField> first(String name) {
        return all.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What the first of that name says. */
    Optional<String> text(String name) {
        return first(name).map(FrameField::value);
    }

    /** All of that name, in order. */
    List<String> texts(String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .map(FrameField::value)
                .toList();
    }

    /** The unit of the first of that name. */
    Optional<String> unit(String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .map(FrameField::unit)
                .findFirst();
    }

    /** The fields of a repeated group, one for each repetition: {@code group[0].x}, {@code group[1].x}, … */
    List<Fields> groups(String group) {
        List<Fields> found = new ArrayList<>();
        for (Fields next = under(group + "[0].");
                !next.all.isEmpty();
                next = under(group + "[" + found.size() + "].")) {
            found.add(next);
        }
        return found;
    }

    /** The fields cut before each of that name, those before the first left out: one for each record of a stream. */
    List<Fields> startingAt(String name) {
        List<Fields> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                int next = i + 1;
                while (next < all.size() && !all.get(next).name().equals(name)) {
                    next++;
                }
                found.add(new Fields(all.subList(i, next)));
            }
        }
        return found;
    }

    private Fields under(String prefix) {
        return new Fields(all.stream()
                .filter(field -> field.name().startsWith(prefix))
                .map(field -> new FrameField(
                        field.name().substring(prefix.length()),
                        field.value(),
                        field.unit(),
                        field.offset(),
                        field.length()))
                .toList());
    }
}
