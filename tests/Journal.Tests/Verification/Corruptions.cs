using OrleansWallet.Journal.Verification;
using static OrleansWallet.Journal.Verification.CheckNames;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>One broken thing each, and the checks that must report it and no others.</summary>
internal sealed class Corruptions : TheoryData<string, string, string[]>
{
    private const string Alice = "(select no from wallets where id = 'alice')";
    private const string Bob = "(select no from wallets where id = 'bob')";
    private const string Dave = "(select no from wallets where id = 'dave')";

    public Corruptions()
    {
        AddBalancesAndHolds();
        AddEntries();
        AddKeys();
        AddPostings();
        AddReversals();
        AddProcesses();
        AddRows();
    }

    private void AddBalancesAndHolds()
    {
        Add("a balance raised",
            $"update balances set available = available + 1 where wallet_no = {Alice} "
            + "and account = 0",
            [Books, History]);
        Add("a balance locked",
            $"update balances set available = available - 1, locked = locked + 1 "
            + $"where wallet_no = {Alice} and account = 0",
            [Holds, History]);
        Add("a balance dropped",
            $"delete from balances where wallet_no = {Bob}", [Books, History]);
        Add("a balance's seq", "update balances set seq = seq - 1", [History]);
        Add("a hold dropped", "delete from holds where name = 'hold-2'", [Holds, History]);
        Add("a hold shrunk",
            "update holds set remaining = remaining - 1 where name = 'hold-1'", [Holds, History]);
        Add("a hold smaller than what remains",
            "update holds set amount = remaining - 1 where name = 'hold-1'", [Holds, History]);
        Add("a hold's expiry", "update holds set expires_at = now()", [History]);
        Add("a hold invented",
            "insert into holds select wallet_no, 'new', 1, 'EUR', 5, 5, 'test', now() "
            + "from balances where currency = 'EUR' and account = 1",
            [Holds, History]);
    }

    private void AddEntries()
    {
        Add("an amount from the world",
            $"update entries set amount = amount + 1 where wallet_no = {Alice} and seq = 1",
            [Books, History, Chain]);
        Add("an amount of nothing",
            "update entries set amount = 0 where kind = 3 and hold = 'hold-1'",
            [Amounts, History, Chain]);
        Add("a balance after", "update entries set available = -1 where kind = 3 and hold = 'late'",
            [Amounts, History, Chain]);
        Add("a hash", $"update entries set hash = sha256('x') where wallet_no = {Alice} and seq = 3",
            [Chain]);
        Add("a note", "update entries set note = 'other' where note is not null", [Chain]);
        Add("the order of metadata",
            """update entries set metadata = '{"a":[1.50,"☃"],"b":1}' where metadata is not null""",
            [Chain]);
        Add("a time before", "update entries set at = at - interval '1 day' where kind = 4",
            [History, Chain]);
        Add("a leg", "update entries set leg = 2 where kind = 13", [Chain, CheckNames.Keys]);
        Add("an entry within deleted", "delete from entries where kind = 4", [History, Chain, CheckNames.Keys]);
        Add("an entry at the end deleted",
            $"delete from entries where wallet_no = {Dave} and kind = 21", [History, CheckNames.Keys]);
        Add("a currency that nobody knows",
            "update entries set currency = 'XXX' where kind = 4", [History]);
        Add("a kind that nobody knows", "update entries set kind = 99 where kind = 20",
            [Amounts, History, Chain]);
    }

    private void AddKeys()
    {
        Add("a key deleted", $"delete from keys where wallet_no = {Alice} and seq = 3", [CheckNames.Keys]);
        Add("a key of an accept exchanged",
            $"update keys set key = gen_random_uuid() where wallet_no = {Bob} and seq = 1", [CheckNames.Keys]);
        Add("a key over its neighbour's entries",
            $"update keys set entries = 2 where wallet_no = {Alice} and seq = 1", [CheckNames.Keys]);
        Add("a key beyond the history",
            "update keys k set entries = 9 from wallets w where w.no = k.wallet_no "
            + "and k.seq = w.seq and entries = 1",
            [CheckNames.Keys]);
        Add("a key moved",
            $"update keys set seq = 1000 where wallet_no = {Alice} and seq = 1", [CheckNames.Keys]);
        Add("a second key",
            $"insert into keys values (gen_random_uuid(), gen_random_uuid(), {Alice}, 1, 1)",
            [CheckNames.Keys]);
        Add("a key of nobody",
            "insert into keys values (gen_random_uuid(), gen_random_uuid(), 9999, 0, 0, '50 - - -')",
            [CheckNames.Keys]);
        Add("a refusal forgotten", "update keys set refusal = null where entries = 0", [CheckNames.Keys]);
        Add("a refusal garbled", "update keys set refusal = 'no' where entries = 0", [CheckNames.Keys]);
    }

    private void AddPostings()
    {
        Add("a posting forgotten", "delete from postings", [Postings]);
        Add("a posting invented",
            $"insert into postings select wallet_no, seq, at from entries "
            + $"where wallet_no = {Alice} and seq = 1",
            [Postings]);
        Add("a returned posting under way again",
            "insert into postings select s.wallet_no, s.seq, s.at from entries s join entries r "
            + "on r.link_wallet_no = s.wallet_no and r.link_seq = s.seq where r.kind = 10",
            [Postings]);
        Add("an accept twice",
            "insert into entries select wallet_no, (select seq + 1 from wallets "
            + "where no = wallet_no), kind, account, leg, at, amount, available, locked, currency, "
            + "type, reference, counterparty, hold, note, metadata, expires_at, link_wallet_no, "
            + $"link_seq, hash from entries where wallet_no = {Bob} and seq = 1",
            [History, Chain, CheckNames.Keys, Postings]);
        Add("an accept deleted",
            $"delete from entries where wallet_no = {Bob} and seq = (select seq from wallets "
            + "where id = 'bob')",
            [Books, History, CheckNames.Keys, Postings]);
        Add("an accept of another sum",
            $"update entries set amount = amount + 1 where wallet_no = {Bob} and seq = 1",
            [History, Chain, Postings]);
        Add("an accept from another",
            $"update entries set counterparty = 'carol' where wallet_no = {Bob} and seq = 1",
            [Chain, CheckNames.Keys, Postings]);
        Add("an accept of a posting that ended",
            $"update entries set link_seq = (select min(link_seq) from entries where kind = 10), "
            + $"link_wallet_no = {Alice} where wallet_no = {Bob} and seq = 1",
            [Books, Chain, CheckNames.Keys, Postings]);
        Add("a return into the balance",
            "update entries set kind = 10, hold = null where kind = 11 and link_seq = "
            + "(select min(link_seq) from entries where kind = 11)",
            [History, Chain, Postings]);
    }

    private void AddReversals()
    {
        Add("a reversal of another entry",
            "update entries set link_seq = link_seq + 1 where kind = 14",
            [Chain, CheckNames.Keys, Reversals]);
        Add("a reversal of another sum", "update entries set amount = amount + 1 where kind = 15",
            [Books, History, Chain, Reversals]);
        Add("a reversal of what is reversed",
            "update entries r set link_seq = 1 where kind = 15", [Chain, CheckNames.Keys, Reversals]);
    }

    private void AddProcesses()
    {
        Add("a trade paid and cancelled",
            "update processes set status = 'cancelled' where id = 'tr-1'", [CheckNames.Processes]);
        Add("a trade completed and not paid",
            "update processes set status = 'completed' where id = 'tr-2'", [CheckNames.Processes]);
        Add("a trade of another sum",
            "update processes set state = state::jsonb || '{\"fee\":\"99 EUR\"}' where id = 'tr-1'",
            [CheckNames.Processes]);
        Add("an escrow of nobody's",
            "update processes set status = 'expired' where id = 'tr-2'", [CheckNames.Processes]);
        Add("an escrow that is not there",
            "update processes set status = 'paid' where id = 'tr-3'", [CheckNames.Processes]);
        Add("a process gone", "delete from processes where id = 'wd-1'", [CheckNames.Processes]);
        Add("a withdrawal given back and taken",
            "update processes set status = 'rejected' where id = 'wd-1'", [CheckNames.Processes]);
        Add("a withdrawal finished and not taken",
            "update processes set status = 'finished' where id = 'wd-2'", [CheckNames.Processes]);
        Add("an order half done",
            "update processes set state = state::jsonb || '{\"to\":\"1 ETH\"}' where id = 'or-1'",
            [CheckNames.Processes]);
        Add("a top-up without its credit",
            "update processes set status = 'success' where id = 'tu-2'", [CheckNames.Processes]);
        Add("a deposit credited that is parked",
            "update processes set state = state::jsonb || '{\"credit\":\"parked\"}' where id = '5077'",
            [CheckNames.Processes]);
        Add("a deposit that was not credited",
            "update processes set state = state::jsonb || '{\"credit\":\"credited\"}' where id = '5078'",
            [CheckNames.Processes]);
        Add("an offer that gave twice",
            "update processes set state = state::jsonb || '{\"used\":\"4000 EUR\"}' where id = 'of-1'",
            [CheckNames.Processes]);
        Add("an offer that forgot a trade",
            "update processes set state = state::jsonb || '{\"reservations\":{}}' where id = 'of-1'",
            [CheckNames.Processes]);
    }

    private void AddRows()
    {
        Add("a head gone",
            $"delete from wallets where id = 'whale'", [CheckNames.Keys, Rows]);
        Add("a head ahead", $"update wallets set seq = seq + 1 where id = 'dave'", [History]);
        Add("a head's hash", $"update wallets set hash = sha256('x') where id = 'dave'", [History]);
        Add("a head's status", $"update wallets set status = 1 where id = 'bob'", [History]);
        Add("a head's times", $"update wallets set created_at = now() where id = 'bob'", [History]);
        Add("a head of a wallet without history",
            $"update wallets set seq = 1 where id = 'empty'", [History]);
        Add("a balance of nobody",
            "insert into balances values (9999, 0, 'USD', 0, 0, 1, now())", [Rows]);
        Add("a balance of a wallet without history",
            "insert into balances select no, 0, 'USD', 0, 0, 0, now() from wallets "
            + "where id = 'empty'",
            [History]);
        Add("a balance of a currency that nobody knows",
            $"update balances set currency = 'XXX' where wallet_no = {Dave}",
            [Books, History, Rows]);
        Add("no generation", "delete from journal_generation", [Schema]);
        Add("a migration of other contents", "update schema_migrations set checksum = ''",
            [Schema]);
        Add("a migration missing", "delete from schema_migrations where number = 1", [Schema]);
        Add("a migration from later",
            "insert into schema_migrations values (9999, '9999_later', '')", [Schema]);
    }
}
