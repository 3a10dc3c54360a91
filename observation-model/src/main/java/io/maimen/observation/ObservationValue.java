package io.maimen.observation;

/**
 * What a measurement gave. A closed set: a value, or the reason for its absence; never null, NaN or a made-up zero.
 *
 * <p>The kinds follow HL7's Personal Health Device guide: numeric, coded, bits, text and sampled observations.
 */
public sealed interface ObservationValue
        permits NumericValue, CodedValue, BitsValue, TextValue, SampledValue, AbsentValue {}
