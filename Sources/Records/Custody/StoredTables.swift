import Kernel

extension StoredTable {
    /// Every table of the store. A new one is added here with its migration.
    static let all: [StoredTable] = [
        StoredTable(
            "master_keys", key: "name", columns: "name fingerprint"),
        StoredTable(
            "keys", key: "subject retention", columns: "subject retention wrapped:bytes destroyed cleared proof:bytes"),
        StoredTable(
            "key_erasures", key: "subject retention destroyed",
            columns: "subject retention destroyed cleared proof:bytes"),
        StoredTable(
            "month_counts", key: "month kind programme payment_group provider",
            columns: "month kind programme payment_group provider number:int pence:int"),
        StoredTable(
            "events", key: "stream subject sequence",
            columns: """
                stream subject sequence:int id kind version:int occurred recorded person organisation role clear
                sealed:bytes retention salt:bytes clear_digest:bytes sealed_digest:bytes digest:bytes
                """),
        StoredTable(
            "streams", key: "stream subject", columns: "stream subject head:int digest:bytes signed:int"),
        StoredTable(
            "checkpoints", key: "number",
            columns: "number:int made heads:int heads_digest:bytes digest:bytes signature:bytes"),
        StoredTable(
            "checkpoint_heads", key: "stream subject sequence",
            columns: "stream subject sequence:int digest:bytes checkpoint:int"),
        StoredTable(
            "guards", key: "kind key", columns: "kind key subject retention", erasing: .rowsByTheirClass),
        StoredTable(
            "commands", key: "stream subject command",
            columns: "stream subject command content first_sequence:int last_sequence:int"),
        StoredTable(
            "documents", key: "subject digest retention",
            columns: "subject digest retention type length:int chunks:int added", erasing: .rowsByTheirClass),
        StoredTable(
            "document_chunks", key: "subject digest retention number",
            columns: "subject digest retention number:int sealed:bytes", erasing: .rowsByTheirClass),
        StoredTable(
            "outbox", key: "event kind",
            columns: "event kind stream subject payload state due free attempts:int ended reason",
            // Nothing can be sent to somebody whose address is gone, and what a mail server said may name it.
            erasing: .rows(of: .identity)),
        StoredTable(
            "looks", key: "id", columns: "id looked person organisation role subject act reason relation"),
        StoredTable(
            "identity", key: "subject",
            columns: """
                subject given family born number address phone email by_family by_given born_hash number_hash
                email_hash
                """, erasing: .rows(of: .identity)),
        StoredTable(
            "identity_history", key: "subject number", columns: "subject number:int until person was",
            erasing: .rows(of: .identity)),
        StoredTable("organisations", key: "id", columns: "id name kind address phone"),
        StoredTable("organisations_history", key: "id number", columns: "id number:int until person was"),
        StoredTable(
            "supply_chain", key: "prime member",
            columns: "prime member part serves groups_taken standards runs_from runs_until"),
        StoredTable("chain_models", key: "prime", columns: "prime specialists"),
        StoredTable("chains_history", key: "prime number", columns: "prime number:int until person was"),
        StoredTable(
            "accounts", key: "person",
            columns: "person name username password active:bool failures:int locked_until",
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "accounts_history", key: "person number", columns: "person number:int at by_whom what",
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "positions", key: "person organisation role", columns: "person organisation role",
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "sign_in_codes", key: "person", columns: "person key_id since last_step:int",
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "recovery_codes", key: "person code_hash", columns: "person code_hash used",
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "receivers", key: "id", columns: "id organisation address categories made made_by ended"),
        StoredTable("adviser_offers", key: "person organisation", columns: "person organisation offers"),
        StoredTable("paper_people", key: "reference", columns: "reference officer area opened closed"),
        StoredTable("paper_people_history", key: "reference number", columns: "reference number:int until person was"),
        StoredTable(
            "clerical_lines", key: "line",
            columns: """
                line reference programme kind ordinal:int payment_group provider area due_on pence:int entered_by
                entered_on withdrawn_on
                """),
        StoredTable(
            "information_sessions", key: "id",
            columns: "id host programme format starts minutes:int place places:int made_by called_off"),
        StoredTable("settings", key: "name", columns: "name value"),
        StoredTable(
            "tokens", key: "id",
            columns: "id token_hash person organisation role name scopes made expires used_on revoked", .passing,
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "entries", key: "id", columns: "id subject person role place secret_hash made expires tries:int used",
            .passing, erasing: .rows(of: .identity)),
        StoredTable(
            "sessions", key: "token_hash", columns: "token_hash person organisation role made seen", .passing,
            erasing: .rowsOfPerson(.identity)),
        StoredTable(
            "sign_in_steps", key: "token_hash", columns: "token_hash person key_id until", .passing,
            erasing: .rowsOfPerson(.identity)),
        StoredTable(.projection, "caseload"),
        StoredTable(.projection, "diary"),
        StoredTable(.projection, "desk"),
        StoredTable(.projection, "due_lines"),
        StoredTable(.projection, "changes_told"),
        StoredTable(.projection, "requests"),
        StoredTable(.projection, "session_places"),
        StoredTable(.projection, "shared_with"),
        StoredTable(.projection, "referral_scores"),
        StoredTable(.projection, "areas"),
        StoredTable(.projection, "draws"),
    ]
}
