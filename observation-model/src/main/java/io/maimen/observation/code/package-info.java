/**
 * Codes and units, each kind in one table.
 *
 * <p>In: numbers and texts of the standards (IEEE 11073-10101, LOINC, UCUM). Out: checked codes and their names in Chinese
 * and English. The central type is {@link io.maimen.observation.code.Nomenclature}. Immutable. Must not know: values.
 */
package io.maimen.observation.code;
