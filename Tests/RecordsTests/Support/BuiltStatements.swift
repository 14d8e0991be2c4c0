import Casework
@testable import Records

/// Statements that are put together from constants, by file and name, since their text cannot be read in the sources.
let builtStatements: [String: SQL] = [
    "Area+Load.selectLastDraw": Area.selectLastDraw,
    "Area+Load.selectTerms": Area.selectTerms,
    "Area+Load.selectTermsOnSQLite": Area.selectTermsOnSQLite,
    "CaseloadSearch.selectNamedAfter": CaseloadQuery.selectNamedAfter,
    "CaseloadSearch.selectNamedBefore": CaseloadQuery.selectNamedBefore,
    "CaseloadSearch.selectTheirNamedAfter": CaseloadQuery.selectTheirNamedAfter,
    "CaseloadSearch.selectTheirNamedBefore": CaseloadQuery.selectTheirNamedBefore,
    "ClericalLines.selectOne": ClericalLines.selectOne,
    "ClericalLines.selectPeriod": ClericalLines.selectPeriod,
    "ClericalLines.selectProgramme": ClericalLines.selectProgramme,
    "ClericalLines.selectReference": ClericalLines.selectReference,
    "InboxQuery.selectAfter": InboxQuery.selectAfter,
    "InboxQuery.selectBefore": InboxQuery.selectBefore,
    "StreamWalk.selectPage": StreamWalk.selectPage,
    "Streams+Append.insert": Streams.insert,
    "Streams+Read.selectPage": Streams.selectPage,
    "Streams+Read.selectRecordedBy": Streams.selectRecordedBy,
    "Streams+Read.selectStream": Streams.selectStream,
]
