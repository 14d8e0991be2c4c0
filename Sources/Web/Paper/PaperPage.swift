import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// The paper files of a named officer, a reference and lines and nothing about anybody; and the way there for a person
    /// who was entered before it was known. That has no page to ask for by an address, which logs on the way may keep.
    func addPaper(to router: Router<SiteContext>) {
        router.page(.paper, self) { visit in try await PaperPage.load(visit).page(FormState(), visit) }
        router.form(.paper, self) { visit, fields in try await PaperPage.load(visit).send(visit, fields) }
        router.form(.moveToPaper, self) { visit, fields in try await MoveToPaperPage.answer(visit, fields) }
    }
}

/// An officer's paper files, with a form that enters a payment line from one.
struct PaperPage {
    let files: [PaperFile]
    let areas: [Identifier<Area>: String]
    let providers: [OrganisationRegister.Entry]
    let programmes: [Programme]
    let today: CalendarDay

    static func load(_ visit: Visit) async throws -> PaperPage {
        let files = try await visit.office.paperFiles(as: visit.actor)
        let (areas, providers) = try await visit.office.database.read { connection in
            (
                Dictionary(try AreaQuery.all(in: connection).map { ($0.id, $0.name) }) { first, _ in first },
                try OrganisationRegister.all(in: connection).filter { $0.kind == .provider }
            )
        }
        return PaperPage(
            files: files, areas: areas, providers: providers,
            programmes: visit.office.programmes.values.filter { !$0.groups.isEmpty }.sorted { $0.title < $1.title },
            today: visit.today)
    }

    func page(_ state: FormState, _ visit: Visit) -> Page {
        Page("Paper files", failed: !state.errors.isEmpty) {
            p {
                "People who are on paper alone. Nothing about them stands here but a reference, its named officer and the area; keep it so."
            }
            if files.isEmpty {
                EmptyState(
                    "You are the named officer of no paper file.",
                    comes: "Whoever runs this site or answers for records names the officer of each.")
            } else {
                ForEach(files) { file in
                    Section(
                        "\(file.entry.reference)",
                        id: "file-\(file.entry.reference.description.replacing("/", with: "-"))"
                    ) {
                        p {
                            "\(areas[file.entry.area] ?? "An area"), since \(CalendarDay.monthNames[file.entry.opened.month - 1]) \(file.entry.opened.parts.year)."
                        }
                        if file.lines.isEmpty {
                            p { "No line is entered." }
                        } else {
                            DataTable(
                                "Lines of \(file.entry.reference)", rows: file.lines, captionIsUnseen: true,
                                columns: [
                                    Column("Payment", .heading) { line in line.title },
                                    Column("Due on") { line in WrittenDay(line.dueOn) },
                                    Column("Amount", .number) { line in line.amount.description },
                                    Column("Do it", .action) { line in
                                        PostForm(to: SiteURL.paper.address, seal: visit.seal()) {
                                            input(.type(.hidden), .name("withdraw"), .value(line.key))
                                            button(.submits()) {
                                                "Take out"
                                                span(.class("unseen")) { " \(line.title)" }
                                            }
                                        }
                                    },
                                ])
                        }
                    }
                }
                Section("Enter a line", id: "enter") { entry(state, visit) }
            }
        }
    }

    private func entry(_ state: FormState, _ visit: Visit) -> some HTML {
        PostForm(to: SiteURL.paper.address, seal: visit.seal(keeping: state.fields), state: state) {
            Select("reference", label: "Paper reference", references, in: state)
            Select("group", label: "Payment group", groups, in: state)
            Radios("kind", label: "What is it for?", LineKind.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextField(
                "ordinal", label: "Which sustainment?", hint: "Its number; leave it empty for the others",
                characters: 3,
                optional: true, in: state)
            Select("provider", label: "Provider", providers.map { Choice($0.id.description, $0.name) }, in: state)
            DayField("due", label: "Due on", in: state)
            TextField("amount", label: "Amount in pounds", characters: 10, in: state)
            Buttons { SubmitButton("Enter this line") }
        }
    }

    private var references: [Choice] {
        files.map { Choice($0.entry.reference.description, $0.entry.reference.description) }
    }

    private var groups: [Choice] {
        programmes.flatMap { programme in
            programme.groups.map {
                Choice("\(programme.id)/\($0.id)", "\(programme.title), group \($0.id): \($0.title)")
            }
        }
    }

    /// A line as the form says it.
    func line(_ form: FormReader) throws -> NewClericalLine {
        try NewClericalLine(
            form, references: references.map(\.value), groups: groups.map(\.value),
            providers: providers.map(\.id.description), until: today)
    }

    func send(_ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
        if let key = fields["withdraw"] {
            try await visit.office.withdrawClerical(key, as: visit.actor)
            return .done(.paper, .clericalWithdrawn)
        }
        do {
            let line = try FormReader.read(fields, self.line)
            try await visit.office.enterClerical(line, as: visit.actor)
            return .done(.paper, .clerical)
        } catch let errors as FormErrors {
            return .again(page(FormState(fields, errors: errors), visit))
        } catch let refusal as Refusal where refusal.field != nil {
            return .again(page(FormState(fields).refused(refusal), visit))
        }
    }
}

extension NewClericalLine {
    /// A line as the form says it.
    /// - Parameter groups: each its programme and its code, with a slash between.
    init(
        _ form: FormReader, references: [String], groups: [String], providers: [String], until today: CalendarDay
    ) throws {
        let reference = form.choice("reference", label: "Paper reference", of: references)
        let group = form.choice("group", label: "Payment group", of: groups)
        let kind = form.choice("kind", label: "What is it for?", of: LineKind.self)
        let ordinal = form.optionalText("ordinal", label: "Which sustainment?", max: 3)
        let provider = form.choice("provider", label: "Provider", of: providers)
        let due = form.day("due", label: "Due on", in: .distantPast...today)
        let amount = form.money("amount", label: "Amount in pounds")
        try form.finish()
        let parts = group.split(separator: "/", maxSplits: 1).map(String.init)
        self.init(
            reference: try PaperReference(reference), programme: parts[0], kind: kind,
            ordinal: ordinal.flatMap { Int($0) } ?? (kind == .sustainment ? 0 : 1), group: parts[1],
            provider: try Identifier(provider), dueOn: due, amount: amount)
    }
}
