/**
 * What may be done (权力清单): departments, power items versioned by effective date, their flows, the
 * import of a city's own list, and search. No case runs on a power that isn't listed here and in
 * force (清单之外无权力, A4).
 */
package org.sunlit.powerlist;
