/**
 * What things cost 收费: the catalogue of fee standards, bills assessed from them, payments through a
 * gateway or at the window, refunds by two persons. The rules are pure and live in {@code
 * charge.rules}.
 */
package org.sunlit.charge;
