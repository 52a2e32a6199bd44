namespace OrleansWallet.Api.SignIn;

/// <summary>What a body may hold; each message names its field.</summary>
internal static class SignInRules
{
    public const string EmailMessage = "email must be an address such as name@example.com.";
    public const string RequiredMessage = "{0} is required.";

    public static readonly string PasswordMessage =
        $"{{0}} must have {Passwords.LengthMin} to {Passwords.LengthMax} characters.";

    /// <summary>Adds the message of each field that breaks its rule.</summary>
    public static Dictionary<string, string[]> Check(
        params ReadOnlySpan<(bool Valid, string Field, string Message)> rules)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (valid, field, message) in rules)
        {
            if (!valid)
            {
                errors[field] = [message.Replace("{0}", field, StringComparison.Ordinal)];
            }
        }

        return errors;
    }
}
