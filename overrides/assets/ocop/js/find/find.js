/* Search and filters, loaded once somebody searches. */
export {}
