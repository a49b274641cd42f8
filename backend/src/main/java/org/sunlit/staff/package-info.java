/**
 * Who works where: people and their roles, posts with A and B holders (AB岗), absences, letters of
 * authority (首席代表授权书), import, and what administrators changed. In which posts somebody acts is
 * worked out in {@code identity}.
 */
package org.sunlit.staff;
