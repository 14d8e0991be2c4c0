public import Casework
public import Kernel

/// What lists and totals are read from. Each row is a function of events alone, written in the transaction that appends
/// them (design §7); no row holds a name or any other sealed value.
public enum Projections {
    /// Brings a case's rows up to date. Only rows that are not what the file before gives are written.
    /// - Parameters:
    ///   - before: the file before the newest events; nil when the case is new.
    ///   - programmes: when a programme's terms change, `rebuild` has to be run, as lines are made again only for a case
    ///     that something happens to.
    public static func update(
        _ file: CaseFile, before: CaseFile?, programmes: [String: Programme], in connection: any Connection
    ) throws {
        try updateDiary(file, before: before, in: connection)
        try updateLists(file, before: before, programmes: programmes, in: connection)
    }

    /// The part of `update` that other cases are decided by: whose time is taken.
    public static func updateDiary(_ file: CaseFile, before: CaseFile?, in connection: any Connection) throws {
        // A case that is part of another has its appointments there.
        let now = file.merges.into == nil ? file.appointments : []
        let then = before.map { $0.merges.into == nil ? $0.appointments : [] } ?? []
        guard now != then else { return }
        // Rows are made of those alone that changed: a long case has many, and a command changes one.
        let changed = (0..<max(now.count, then.count)).filter {
            $0 >= now.count || $0 >= then.count || now[$0] != then[$0]
        }
        try ProjectedTable.diary.write(
            DiaryRow.values(of: changed.filter { $0 < now.count }.map { now[$0] }, file.id),
            before: DiaryRow.values(of: changed.filter { $0 < then.count }.map { then[$0] }, file.id), in: connection)
    }

    /// The rest of `update`: what is only read by people. A transaction of several commands on one case may leave it
    /// until the last of them, given the file as it was before the first.
    public static func updateLists(
        _ file: CaseFile, before: CaseFile?, programmes: [String: Programme], in connection: any Connection
    ) throws {
        try ProjectedTable.caseload.write(
            CaseloadRow.values(of: file), before: before.map(CaseloadRow.values) ?? [], in: connection)
        let isMoved = before?.merges.into != file.merges.into || before?.customer?.keepers != file.customer?.keepers
        // What waits for whom rests on every tie to the person, so it is worked out again with each event.
        try ProjectedTable.changesTold.write(
            ToldRow.values(of: file), before: before.map(ToldRow.values) ?? [], in: connection)
        try ProjectedTable.desk.write(
            DeskRow.values(of: file), before: before.map(DeskRow.values) ?? [], in: connection)
        if before?.rights != file.rights || isMoved {
            try ProjectedTable.requests.write(
                RequestRow.values(of: file), before: before.map(RequestRow.values) ?? [], in: connection)
        }
        if before?.joining != file.joining || isMoved {
            try ProjectedTable.sessionPlaces.write(
                SessionPlaceRow.values(of: file), before: before.map(SessionPlaceRow.values) ?? [], in: connection)
        }
        if before?.consents != file.consents || isMoved {
            try ProjectedTable.sharedWith.write(
                SharedRow.values(of: file), before: before.map(SharedRow.values) ?? [], in: connection)
        }
        if before?.referrals != file.referrals || isMoved {
            try ProjectedTable.referralScores.write(
                ReferralScoreRow.values(of: file), before: before.map(ReferralScoreRow.values) ?? [], in: connection)
        }
        guard before.map({ !DueLineRow.areAlike($0, file) }) ?? true else { return }
        try ProjectedTable.dueLines.write(
            DueLineRow.values(of: file, programmes),
            before: before.map { DueLineRow.values(of: $0, programmes) } ?? [], in: connection)
    }

    /// Brings an area's rows up to date with one event of its stream.
    public static func update(_ event: Event<Area>, in connection: any Connection) throws {
        switch event.fact {
        case .opened(let opening): try AreaQuery.put(event.subject, opening, in: connection)
        case .drawn(let draw):
            try DrawRegisterQuery.put(draw, of: event.subject, on: event.occurred.day, in: connection)
        case .keyCommitted, .keyPublished, .sharesSet: break
        }
    }

    /// Takes a case out of every list, as when it has been erased.
    public static func drop(_ subject: Identifier<CaseFile>, in connection: any Connection) throws {
        try connection.run(dropCaseload, [.text(of: subject)])
        try connection.run(dropDiary, [.text(of: subject)])
        try connection.run(dropDueLines, [.text(of: subject)])
        try connection.run(dropChangesTold, [.text(of: subject)])
        try connection.run(dropDesk, [.text(of: subject)])
        try connection.run(dropRequests, [.text(of: subject)])
        try connection.run(dropSessionPlaces, [.text(of: subject)])
        try connection.run(dropSharedWith, [.text(of: subject)])
        try connection.run(dropReferralScores, [.text(of: subject)])
    }

    static let dropCaseload: SQL = "DELETE FROM caseload WHERE subject = $1"
    static let dropDiary: SQL = "DELETE FROM diary WHERE subject = $1"
    static let dropDueLines: SQL = "DELETE FROM due_lines WHERE subject = $1"
    static let dropChangesTold: SQL = "DELETE FROM changes_told WHERE subject = $1"
    static let dropDesk: SQL = "DELETE FROM desk WHERE subject = $1"
    static let dropRequests: SQL = "DELETE FROM requests WHERE subject = $1"
    static let dropSessionPlaces: SQL = "DELETE FROM session_places WHERE subject = $1"
    static let dropSharedWith: SQL = "DELETE FROM shared_with WHERE subject = $1"
    static let dropReferralScores: SQL = "DELETE FROM referral_scores WHERE subject = $1"
}
