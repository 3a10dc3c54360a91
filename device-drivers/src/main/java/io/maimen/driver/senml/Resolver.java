package io.maimen.driver.senml;

import io.maimen.driver.senml.SenmlValue.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Works the base fields into the records after them, until other base fields replace them. Confined to one thread. */
final class Resolver {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9:./_]*");
    private static final BigDecimal VERSION = BigDecimal.TEN;
    private static final Set<Label> VALUES =
            EnumSet.of(Label.VALUE, Label.STRING_VALUE, Label.BOOLEAN_VALUE, Label.DATA_VALUE);
    private static final Set<Label> BASE = EnumSet.range(Label.BASE_NAME, Label.BASE_VERSION);

    private String name = "";
    private Optional<String> unit = Optional.empty();
    private BigDecimal time = BigDecimal.ZERO;
    private Optional<BigDecimal> value = Optional.empty();

    /** Every record that says something; one with base fields alone only speaks for those after it. */
    List<ResolvedRecord> resolve(List<SenmlRecord> records) throws PackRefusal {
        List<ResolvedRecord> resolved = new ArrayList<>();
        for (SenmlRecord one : records) {
            rebase(one);
            if (!BASE.containsAll(one.values().keySet())) {
                resolved.add(resolved(one));
            }
        }
        return resolved;
    }

    private void rebase(SenmlRecord one) throws PackRefusal {
        Optional<BigDecimal> version = one.number(Label.BASE_VERSION);
        if (version.isPresent() && version.get().compareTo(VERSION) > 0) {
            throw new PackRefusal("SML-010", one.offset(), "bver must be at most 10 but was " + version.get());
        }
        name = one.text(Label.BASE_NAME).orElse(name);
        unit = one.text(Label.BASE_UNIT).or(() -> unit);
        time = one.number(Label.BASE_TIME).orElse(time);
        Optional<BigDecimal> baseValue = one.number(Label.BASE_VALUE);
        value = baseValue.isPresent() ? baseValue : value;
    }

    private ResolvedRecord resolved(SenmlRecord one) throws PackRefusal {
        String whole = name + one.text(Label.NAME).orElse("");
        if (!NAME.matcher(whole).matches()) {
            throw new PackRefusal(
                    "SML-011",
                    one.offset(),
                    "name must begin with a letter or digit, then letters, digits, - : . / _ but was '" + whole + "'");
        }
        return new ResolvedRecord(
                one,
                whole,
                one.text(Label.UNIT).or(() -> unit),
                time.add(one.number(Label.TIME).orElse(BigDecimal.ZERO)),
                value(one));
    }

    private Optional<SenmlValue> value(SenmlRecord one) throws PackRefusal {
        List<SenmlValue> said = VALUES.stream()
                .filter(one.values()::containsKey)
                .map(one.values()::get)
                .toList();
        boolean onlyASum = said.isEmpty() && one.values().containsKey(Label.SUM);
        if (said.size() != 1 && !onlyASum) {
            throw new PackRefusal(
                    "SML-012", one.offset(), "record must have one of v, vs, vb, vd but had " + said.size());
        }
        if (said.isEmpty() || value.isEmpty() || !(said.get(0) instanceof Decimal decimal)) {
            return said.stream().findFirst();
        }
        BigDecimal sum = value.get().add(decimal.number());
        if (sum.precision() > ValueReader.MOST_DIGITS) {
            throw new PackRefusal("SML-007", one.offset(), "bv + v must have at most 18 digits but had more");
        }
        return Optional.of(new Decimal(sum));
    }
}
