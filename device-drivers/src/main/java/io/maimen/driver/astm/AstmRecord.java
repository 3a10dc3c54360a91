package io.maimen.driver.astm;

import java.nio.charset.Charset;
import java.util.List;

/**
 * One record taken apart into fields, as sent: escapes are resolved when a component is asked for. Immutable.
 *
 * @param fields numbered from 1 by {@link #field}; field 1 is the record's letter
 */
record AstmRecord(List<String> fields, Delimiters delimiters, Charset encoding) {
    AstmRecord {
        fields = List.copyOf(fields);
    }

    static AstmRecord of(String text, Delimiters delimiters, Charset encoding) {
        return new AstmRecord(Delimiters.split(text, delimiters.field()), delimiters, encoding);
    }

    /** The record's letter, H P O R C Q M S L or a manufacturer's own; empty for an empty record. */
    String type() {
        return fields.get(0).isEmpty() ? "" : fields.get(0).substring(0, 1);
    }

    /** A field with its repeats and components, escapes resolved, blanks around it removed; empty where it was left out. */
    String field(int number) {
        return number > fields.size()
                ? ""
                : delimiters.unescape(fields.get(number - 1), encoding).strip();
    }

    /**
     * The first component of a field that is not blank. Analysers leave out different leading components: {@code ^^^GLU},
     * {@code ^^^^WBC^1} and {@code S1^0001^4} name GLU, WBC and S1.
     */
    String firstComponent(int number) {
        if (number > fields.size()) {
            return "";
        }
        String firstRepeat =
                Delimiters.split(fields.get(number - 1), delimiters.repeat()).get(0);
        return Delimiters.split(firstRepeat, delimiters.component()).stream()
                .map(component -> delimiters.unescape(component, encoding).strip())
                .filter(component -> !component.isEmpty())
                .findFirst()
                .orElse("");
    }
}
