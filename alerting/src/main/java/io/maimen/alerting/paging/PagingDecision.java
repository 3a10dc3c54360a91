package io.maimen.alerting.paging;

/** Page, or the reason why not. */
public enum PagingDecision {
    PAGE,
    /** Somebody has acknowledged or closed it. */
    IN_HAND,
    /** Every reading behind it arrived late: for review, not for a call. */
    LATE,
    /** Its priority never calls anybody. */
    INBOX_ONLY
}
