/**
 * The pure rules of a case (办件): what may happen next, what has happened, when it is due. Nothing
 * here reads a clock, a file or a database; everything is told to it.
 */
package org.sunlit.casework.rules;
