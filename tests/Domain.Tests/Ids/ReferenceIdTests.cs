using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class ReferenceIdTests
{
    [Theory]
    [MemberData(nameof(IdCases.Valid), MemberType = typeof(IdCases))]
    public void ReferenceId_WhenValid_KeepsTheText(string text)
    {
        Assert.Equal(text, new ReferenceId(text).Value);
        Assert.Equal(text, new ReferenceId(text).ToString());
        Assert.True(ReferenceId.TryParse(text, out var reference));
        Assert.Equal(new ReferenceId(text), reference);
    }

    [Theory]
    [MemberData(nameof(IdCases.Invalid), MemberType = typeof(IdCases))]
    public void ReferenceId_WhenInvalid_IsRefused(string? text)
    {
        Assert.Throws<ArgumentException>(() => new ReferenceId(text!));
        Assert.False(ReferenceId.TryParse(text, out var reference));
        Assert.Equal(default, reference);
    }

    [Theory]
    [InlineData("proc:")]
    [InlineData("proc:trade-1")]
    public void TryParse_WhenAProcessesOwn_IsRefusedToCallers(string text)
    {
        Assert.False(ReferenceId.TryParse(text, out _));
        Assert.Equal(text, new ReferenceId(text).Value);
    }

    [Fact]
    public void Value_WhenDefault_Throws() =>
        Assert.Throws<InvalidOperationException>(() => default(ReferenceId).Value);
}
