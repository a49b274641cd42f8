/**
 * The pure rules of what people say of themselves: names, numbers and their check digits. Nothing
 * here reads a clock, a file or a database.
 */
package org.sunlit.citizen.rules;
