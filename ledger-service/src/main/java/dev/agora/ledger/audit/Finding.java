package dev.agora.ledger.audit;

/**
 * The first row that is not as it must be, in an operator's words.
 *
 * @param table where it is, or should be
 * @param row its key
 * @param expected what the entries lead to
 * @param found what is there
 * @param meaning how one knows
 */
record Finding(String table, String row, String expected, String found, String meaning) {}
