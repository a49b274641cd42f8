/**
 * Investment projects and the phases they go through (工程建设项目分阶段审批, 国办发〔2019〕11号). A phase is a
 * joint application of {@code joint}; this room says which can begin, with the project's own data,
 * and keeps them together under one code (ADR 0097).
 */
package org.sunlit.project;
