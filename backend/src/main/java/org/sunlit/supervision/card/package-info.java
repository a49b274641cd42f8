/**
 * What follows from findings (E2–E9, E16): a warning 预警, a yellow or red card 黄牌、红牌, what those
 * concerned say of it, the decision, and what that leads to: bulletin 通报, rectification 责令整改,
 * points 扣分, talk 约谈, accountability 问责. Automatic as far as it can be; where fairness needs a
 * person, a person decides ({@code docs/adr/0102}). The rules are pure and live in {@code
 * card.rules}.
 */
package org.sunlit.supervision.card;
