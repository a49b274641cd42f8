/**
 * The supervision centre 监察中心 (E7, D6): the news of supervision as a stream, alarms that ask to be
 * acknowledged, and the figures of the wall and the desk, which cost what is open and due and not
 * what there has ever been ({@code docs/adr/0110}). The rules are pure and live in {@code
 * centre.rules}.
 */
package org.sunlit.supervision.centre;
