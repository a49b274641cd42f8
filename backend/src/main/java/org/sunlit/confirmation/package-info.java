/**
 * Two persons 双人复核: what one asks for and only another can set going. Features bring the acts; this
 * room keeps who asked, who decided and that they are never the same (ADR 0073).
 */
package org.sunlit.confirmation;
