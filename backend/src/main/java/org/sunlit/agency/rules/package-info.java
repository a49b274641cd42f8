/** Pure rules of agents: what a mandate covers and when, and the letter it is agreed by. */
package org.sunlit.agency.rules;
