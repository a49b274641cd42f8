/**
 * What was changed in the administration (变更记录): who changed what, what it was before and is after,
 * and from when. Kept for good; every room that lets people change the city's settings writes here.
 */
package org.sunlit.administration;
