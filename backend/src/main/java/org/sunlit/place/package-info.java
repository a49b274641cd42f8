/**
 * Where one can go (市、乡、村三级, D1–D5, D8): city hall, township centres and village rooms, what
 * departments have delegated to them and by which letter, the standard and the duty register of
 * village rooms, and whom to turn to in a department (ADR 0094).
 */
package org.sunlit.place;
