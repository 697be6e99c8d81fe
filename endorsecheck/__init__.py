"""Which skill endorsements come from people who could have seen the work?"""
