extension Schema {
    /// Who leads those whom no adviser of a referral leads, so that a keeper's lists of whom somebody leads, and of whom
    /// nobody does, are read off an index. Nobody was named yet, and nobody leads those whose details are erased.
    static let leads = Migration(
        18, "leads",
        """
        ALTER TABLE caseload ADD COLUMN lead TEXT;
        UPDATE caseload SET lead = jobcentre || '/'
            WHERE (adviser IS NULL OR state = 'ended')
            AND EXISTS (SELECT 1 FROM identity WHERE identity.subject = caseload.subject);
        CREATE INDEX caseload_lead_next ON caseload (lead, next_at, subject) WHERE lead IS NOT NULL;
        CREATE INDEX caseload_lead_contact ON caseload (lead, last_contact, subject) WHERE lead IS NOT NULL;
        CREATE INDEX caseload_lead_state_next ON caseload (lead, state, next_at, subject) WHERE lead IS NOT NULL;
        CREATE INDEX caseload_lead_state_contact ON caseload (lead, state, last_contact, subject)
            WHERE lead IS NOT NULL
        """)
}
