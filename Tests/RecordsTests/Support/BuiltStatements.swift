import Records

/// Statements that are put together from constants, by file and name, since their text cannot be read in the sources.
let builtStatements: [String: SQL] = [:]
