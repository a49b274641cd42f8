/**
 * The edge of the house: how much anybody may ask for, from where a browser may ask, what every
 * answer says to it, and which files come in. Knows operations from the contract and nothing of
 * what they do.
 */
package org.sunlit.edge;
