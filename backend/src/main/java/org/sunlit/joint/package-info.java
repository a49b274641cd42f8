/**
 * What needs several permits at once (并联审批): one form, all departments started together, one notice
 * of what is missing, one delivery and one charge. The cases are ordinary cases of {@code
 * casework}; this room keeps them together (ADR 0035).
 */
package org.sunlit.joint;
