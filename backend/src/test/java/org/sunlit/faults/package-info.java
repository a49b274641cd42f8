/**
 * What must hold when things break: the built application in a process of its own, killed under
 * load. Runs after packaging, as {@code mvn -f backend -Pall-tests} does.
 */
package org.sunlit.faults;
