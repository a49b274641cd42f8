/**
 * The flowchart is the program (流程即程序): one definition of an item's procedure runs its cases, draws
 * its public diagram and exports it as BPMN 2.0. Everything here is pure: no I/O beyond reading the
 * shipped definitions, no clock, no framework.
 */
package org.sunlit.powerlist.flow;
