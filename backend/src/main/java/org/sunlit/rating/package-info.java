/**
 * How people say they were served 满意度评价 (G1, G2, G8): each case that has ended can be rated once;
 * the ratings go to the supervisors' side alone; a bad one is put right and confirmed. The room
 * learns from the journal which cases have ended and writes nothing into it: what stands there in
 * its order would tell who rated ({@code docs/adr/0080}).
 */
package org.sunlit.rating;
