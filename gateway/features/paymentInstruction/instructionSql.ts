/** Payment instructions with what is known of them beside the ledger, as `InstructionRow`. */
export const instructionSql = `
  SELECT i.instruction_id, i.kind, i.state, i.payer, i.payee, i.bank, i.amount_minor, i.currency, i.legs,
    CASE WHEN i.kind = 'settlement' THEN i.subject ELSE i.subject >> 32 END AS receivable,
    CASE WHEN i.kind = 'settlement' THEN NULL ELSE i.subject END AS certificate,
    i.payer_account, i.payee_account, a.bank AS payer_bank, a.number AS payer_number,
    b.bank AS payee_bank, b.number AS payee_number, i.issued_at, i.expires_at, i.value_date, i.paid_minor,
    COALESCE(r.text, i.bank_reference) AS bank_reference, i.receipt_digest, i.end_proposed_by, i.contested_by,
    i.finished_at,
    CASE WHEN i.kind = 'settlement' THEN (SELECT s.run_id FROM projected.settlement_run s
      WHERE s.receivable_id = i.subject AND s.instruction_id = i.instruction_id) END AS run
  FROM projected.payment_instruction i
  LEFT JOIN local.settlement_account a ON a.digest = i.payer_account
  LEFT JOIN local.settlement_account b ON b.digest = i.payee_account
  LEFT JOIN local.reference r ON r.digest = i.bank_reference`;
