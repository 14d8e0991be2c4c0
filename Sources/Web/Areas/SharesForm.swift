import Casework
import Hummingbird
import Kernel
import Office
import Records

/// Sets what chance each provider of an area has, from a day on.
struct SharesForm {
    private let area: Area
    private let names: [Identifier<Organisation>: String]
    private let providers: [OrganisationRegister.Entry]
    private let programmes: [Programme]
    private let today: CalendarDay

    /// - Refuses: whoever does not commission the area.
    static func load(_ visit: Visit) async throws -> SharesForm {
        try Powers.require(.setShares, of: visit.actor.role, as: .none)
        let (area, names) = try await visit.area()
        guard area.isCommissioned(by: visit.actor) else {
            throw Refusal(
                "power.none",
                "You cannot set the shares here: another organisation commissions \(area.name). Ask its commissioner.",
                rule: "A-118")
        }
        let providers = try await visit.office.database.read { connection in
            try OrganisationRegister.all(in: connection).filter { $0.kind == .provider }
        }
        return SharesForm(
            area: area, names: names, providers: providers,
            programmes: visit.office.programmes.values.sorted { $0.title < $1.title }, today: visit.today)
    }

    /// The form as it opens: with the shares that every other group goes by now.
    func first(_ visit: Visit) -> Page {
        var fields = FormFields()
        if let now = area.settings.last(where: { $0.group == nil && $0.from <= today }) {
            fields = fields.setting("programme", to: now.programme)
            for share in now.shares {
                fields = fields.setting(Self.field(share.provider), to: String(share.tenThousandths.percent.dropLast()))
            }
        }
        return page(FormState(fields), visit)
    }

    func page(_ state: FormState, _ visit: Visit) -> Page {
        Page(
            "Set the shares of \(area.name)",
            trail: [
                Link("Areas", to: SiteURL.areas.address), Link("Draws", to: SiteURL.draws(area.id, after: nil).address),
            ],
            section: SiteURL.areas.address, failed: !state.errors.isEmpty
        ) {
            p { "A share is a chance in each draw. It is no quota, and no provider can refuse a draw for being full." }
            inForce
            PostForm(to: SiteURL.shares(area.id).address, seal: visit.seal(keeping: state.fields), state: state) {
                Select("programme", label: "Programme", programmes.map { Choice($0.id, $0.title) }, in: state)
                TextField(
                    "group", label: "Payment group",
                    hint: "Its number, for example 9. Leave it empty for every group that has no setting of its own.",
                    characters: 4, optional: true, in: state)
                DayField("from", label: "From", in: state)
                div(.id("shares"), .tabindex(-1)) {
                    FieldGroup("Shares") {
                        p(.class("hint")) {
                            "They add up to 100. Leave a provider empty to give it none."
                        }
                        ForEach(providers) { provider in
                            TextField(
                                Self.field(provider.id), label: "\(provider.name), %", characters: 6, in: state)
                        }
                    }
                }
                Buttons {
                    SubmitButton("Set these shares")
                    a(.href(SiteURL.draws(area.id, after: nil).address)) { "Cancel" }
                }
            }
        }
    }

    func send(_ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
        do {
            let setting = try FormReader.read(fields) { form in try read(form) }
            try await visit.office.setShares(setting, of: area.id, as: visit.actor)
            return .done(.draws(area.id, after: nil), .shares)
        } catch let errors as FormErrors {
            return .again(page(FormState(fields, errors: errors), visit))
        } catch let refusal as Refusal where refusal.field != nil {
            return .again(page(FormState(fields).refused(refusal), visit))
        }
    }

    func read(_ form: FormReader) throws -> ShareSetting {
        try ShareSetting(
            form, programmes: programmes, providers: providers.map { (id: $0.id, name: $0.name) }, on: today)
    }

    private static func field(_ id: Identifier<Organisation>) -> String { ShareSetting.field(id) }

    /// The settings that draws go by now.
    @HTMLBuilder private var inForce: some HTML {
        let settings = area.settings.sorted {
            ($0.programme, $0.group ?? "", $1.from) < ($1.programme, $1.group ?? "", $0.from)
        }
        if settings.isEmpty {
            EmptyState("No shares are set.", comes: "No draw can be made until they are.")
        } else {
            DataTable(
                "Shares on record", rows: settings,
                columns: [
                    Column("Programme", .heading) { setting in setting.programme },
                    Column("Group") { setting in setting.group ?? "Every other" },
                    Column("From") { setting in WrittenDay(setting.from) },
                    Column("Shares") { [names] setting in
                        setting.shares.map { "\(names[$0.provider] ?? "A provider") \($0.tenThousandths.percent)" }
                            .joined(separator: ", ")
                    },
                ])
        }
    }
}

extension ShareSetting {
    /// The field of one provider's share.
    fileprivate static func field(_ id: Identifier<Organisation>) -> String { "share-\(id)" }

    /// Shares as a form says them.
    init(
        _ form: FormReader, programmes: [Programme], providers: [(id: Identifier<Organisation>, name: String)],
        on today: CalendarDay
    ) throws {
        let programme = form.choice("programme", label: "Programme", of: programmes.map(\.id))
        let group = form.parsed("group", label: "Payment group", required: false) { text throws(Refusal) in
            guard programmes.contains(where: { $0.id == programme && $0.group(text) != nil }) else {
                throw Refusal(
                    "area.group", "This programme has no payment group “\(text.prefix(20))”. Check the number.")
            }
            return text
        }
        let from = form.day("from", label: "From", in: today...today.adding(years: 5))
        let shares = providers.compactMap { provider in
            form.parsed(Self.field(provider.id), label: provider.name, required: false, Self.tenThousandths).map {
                Share(provider: provider.id, tenThousandths: $0)
            }
        }
        try form.finish()
        let sum = shares.map(\.tenThousandths).reduce(0, +)
        guard sum == 10_000 else {
            throw Refusal(
                "area.shares",
                "The shares add up to \(sum.percent), and they must add up to 100%. Change one so that they do.",
                rule: "design §4.8", field: "shares")
        }
        try self.init(
            programme: programme, group: group, from: from, shares: shares.filter { $0.tenThousandths > 0 })
    }

    /// Reads `50`, `33.3`, `33.33` and `50%` as ten-thousandths.
    private static func tenThousandths(_ text: String) throws(Refusal) -> Int {
        let number = text.hasSuffix("%") ? text.dropLast() : text[...]
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard (1...2).contains(parts.count), (1...2).contains(decimals.count), let whole = Int(parts[0]),
            let part = Int(decimals), part >= 0, (0...100).contains(whole), whole * 100 + part <= 10_000
        else {
            throw Refusal("area.share", "“\(text.prefix(20))” is not a share. Write a number from 0 to 100, as 33.33.")
        }
        return whole * 100 + (decimals.count == 1 ? part * 10 : part)
    }
}
