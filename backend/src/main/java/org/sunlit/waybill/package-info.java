/**
 * Paper on its way between halls (运单, B22): what a hall took in for another region is sent to who
 * decides, and what was decided is sent back, each with a carrier's waybill that says who sent it
 * when, and who received it when (ADR 118).
 */
package org.sunlit.waybill;
