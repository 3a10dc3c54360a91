package io.maimen.observation;

/** How the true value relates to the number given; FHIR R4 quantity-comparator, with {@code EXACT} spelled out. */
public enum QuantityComparator {
    EXACT("="),
    LESS_THAN("<"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    GREATER_THAN(">");

    private final String symbol;

    QuantityComparator(String symbol) {
        this.symbol = symbol;
    }

    /** The comparator as FHIR writes it; "=" for {@code EXACT}. */
    public String symbol() {
        return symbol;
    }
}
