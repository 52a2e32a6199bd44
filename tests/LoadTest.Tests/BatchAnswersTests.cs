using System.Text;
using OrleansWallet.LoadTest.Workloads.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class BatchAnswersTests
{
    private const string Done =
        """{"index":0,"status":200,"receipt":{"status":"completed","version":200}}""";

    [Fact]
    public void Read_WhenAllAreDone_RefusesNone() =>
        Assert.Empty(Read(2, Done, Done)!.Refused);

    [Fact]
    public void Read_WhenOneIsRefused_NamesIt()
    {
        var outcome = Read(
            2, Done, """{"index":1,"status":422,"error":{"code":"wallet_frozen","title":"t"}}""");

        Assert.Equal(1, outcome!.Refused.Single().Key);
        Assert.Contains("wallet_frozen", outcome.Refused[1]);
    }

    [Theory]
    [InlineData(409, "idempotency_in_progress")]
    [InlineData(503, "not_accepted")]
    [InlineData(503, "outcome_unknown")]
    public void Read_WhenAnOutcomeIsNotFinal_AsksAgain(int status, string code) =>
        Assert.Null(Read(
            2, Done,
            $$$"""{"index":1,"status":{{{status}}},"error":{"code":"{{{code}}}"}}"""));

    [Fact]
    public void Read_WhenResultsAreMissing_Throws() =>
        Assert.Throws<InvalidDataException>(() => Read(2, Done));

    private static BatchOutcome? Read(int operations, params string[] results) =>
        BatchAnswers.Read(
            Encoding.UTF8.GetBytes($$"""{"results":[{{string.Join(',', results)}}]}"""),
            operations);
}
