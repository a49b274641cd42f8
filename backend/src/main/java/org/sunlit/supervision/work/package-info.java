/**
 * Work figures of efficiency files 工作数据 (E8, C11–C13, L5, L7): what people and departments did, how
 * fast and how well, counted from the facts of cases that the journal tells, each with the cases
 * behind it (ADR 113). The rules are pure and live in {@code work.rules}.
 */
package org.sunlit.supervision.work;
