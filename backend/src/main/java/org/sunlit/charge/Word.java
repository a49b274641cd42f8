package org.sunlit.charge;

/**
 * What a gateway says of an order.
 *
 * @param paid whether it was paid, else it was declined
 * @param asked whether it was asked, else it said it by itself
 */
record Word(String orderNumber, boolean paid, long amountFen, String reference, boolean asked) {}
