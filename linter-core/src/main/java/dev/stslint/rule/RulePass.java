package dev.stslint.rule;

/** A pass over targets, which runs some of the rules. */
public enum RulePass {
    /** Over one object as it is read: the rules that need no other. */
    ALONE,
    /** Over all objects of a run: the rules that ask about others. */
    TOGETHER,
    /** Once more over one object, when the definition of its kind was found: the rules that hold objects against schemas. */
    DEFINED,
    /** Once more over a workload whose images kustomizations change: the rules that look at images and need no other object. */
    DEPLOYED,
    /** Over what is no object but shows what stands in it: the rules that know which values are secret. */
    CONCEALING;

    boolean runs(RuleMetadata rule) {
        return switch (this) {
            case ALONE -> rule.local();
            case TOGETHER -> !rule.local();
            case DEFINED -> rule.defined();
            case DEPLOYED -> rule.imageReading();
            case CONCEALING -> rule.concealing();
        };
    }
}
