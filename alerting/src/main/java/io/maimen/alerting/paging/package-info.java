/**
 * Whether someone should be called now, which is another question than what is abnormal.
 *
 * <p>In: readings with both clocks, alerts. Out: late or live; page or not, with the reason. The central type is {@link
 * io.maimen.alerting.paging.Paging}. Immutable, thread-safe. Must not know: channels, people's numbers, the wall clock.
 */
package io.maimen.alerting.paging;
