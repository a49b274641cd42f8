/**
 * The city in numbers (城市数据, L5–L8): what every room counts of itself, for everybody, each rate
 * with what it is a part of. ADR 122.
 */
package org.sunlit.numbers;
