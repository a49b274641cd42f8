/**
 * Text search 全文检索 over documents in Chinese and Latin letters, in PostgreSQL and without a
 * dictionary: a text becomes pairs of neighbouring characters and words with their places ({@link
 * org.sunlit.search.SearchVector}, a {@code tsvector}), what somebody types becomes questions from
 * strict to wide ({@link org.sunlit.search.SearchQuestion}, each a {@code tsquery}), and what was
 * found is shown with its hits marked ({@link org.sunlit.search.Excerpt}). Pure; who stores the
 * vectors asks the questions.
 */
package org.sunlit.search;
